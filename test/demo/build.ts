import { createBuilder } from 'vite';

/** Builds both halves as they are shipped, saying nothing unless something is wrong. */
export async function build(): Promise<void> {
  // Under a test runner NODE_ENV says `test`, and vite would take the libraries' development builds.
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = 'production';
  try {
    const builder = await createBuilder({ logLevel: 'error' });
    await builder.buildApp();
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
  }
}
