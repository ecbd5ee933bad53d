import { partsOf } from '../domain/text/hide.ts';
import type { Config } from './config.ts';

/** All secrets of the configuration, in every form that a header carries them in. */
export function secretsOf({ lime, billecta, webhooks, databaseUrl }: Config): string[] {
  const { credential } = billecta;
  return [
    lime.apiKey,
    ...webhooks.keys.map(({ key }) => key),
    ...('authorization' in credential ? partsOf(credential.authorization) : basic(credential)),
    ...passwordIn(databaseUrl),
  ];
}

function basic({ user, password }: { user: string; password: string }): string[] {
  const plain = `${user}:${password}`;
  return [password, plain, Buffer.from(plain).toString('base64')];
}

function passwordIn(url: string): string[] {
  if (!URL.canParse(url)) return [];
  const { password } = new URL(url);
  return [password, decodeURIComponent(password)];
}
