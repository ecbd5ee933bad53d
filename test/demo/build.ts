import { createBuilder } from 'vite';

/** Builds both halves, saying nothing unless something is wrong. */
export async function build(): Promise<void> {
  const builder = await createBuilder({ logLevel: 'error' });
  await builder.buildApp();
}
