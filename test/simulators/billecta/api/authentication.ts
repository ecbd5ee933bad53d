import type { Candidates } from '../candidates.ts';
import { writeInstant } from '../model/swedish-time.ts';
import type { ApiRequest, Endpoint } from './endpoint.ts';

/** How long a token is said to live; unknown, and integrators keep one for long (facts 2). */
const TOKEN_LIFE = 365 * 24 * 3_600_000;

export function authenticationEndpoint({ tokenMethod }: Candidates): Endpoint {
  return {
    operation: 'authenticate',
    method: tokenMethod,
    path: '/v1/authentication/apiauthenticate',
    answer: tokenAnswer,
  };
}

function tokenAnswer({ world: { candidates, now }, credentials }: ApiRequest): unknown {
  const token = credentials.newToken();
  switch (candidates.tokenAnswer) {
    case 'view': {
      const expires = new Date(now().getTime() + TOKEN_LIFE);
      return { Value: token, Expires: writeInstant(expires, candidates.dateTimes) };
    }
    case 'string':
      return token;
    case 'secure-token':
      return { SecureToken: token };
  }
}
