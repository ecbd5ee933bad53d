import { createHash } from 'node:crypto';

/** A request that Billecta, or somebody who is not, sends to the receiver. */
export interface Mail {
  readonly body: Buffer;
  readonly key: 'right' | 'wrong';
  /** Sent in chunks, so that no `Content-Length` tells its size. */
  readonly chunked: boolean;
  /** Whether the receiver has to keep it. */
  readonly fate: 'kept' | 'refused';
  /** Whether its envelope tells a repetition, so that however often it is sent it is one event. */
  readonly named: boolean;
  /** SHA-256 of the body, hex. */
  readonly hash: string;
}

const ordinary = { key: 'right', chunked: false, fate: 'kept', named: true } as const;

export function mail(body: string | Buffer, unlike: Partial<Omit<Mail, 'body' | 'hash'>> = {}): Mail {
  const bytes = Buffer.from(body as string);
  return { ...ordinary, ...unlike, body: bytes, hash: createHash('sha256').update(bytes).digest('hex') };
}
