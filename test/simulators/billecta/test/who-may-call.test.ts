import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { call, start } from './support.ts';

describe('who may call', () => {
  test('Basic and SecureToken are let in; anything else is 401 with a Swedish message', async () => {
    const billecta = await start();
    const status = async (authorization: string) =>
      (await call(billecta, 'GET', '/v1/creditors/creditors', { headers: { authorization } })).status;

    expect(await status(billecta.authorization)).toBe(200);
    expect(await status(billecta.secureToken)).toBe(200);
    expect(await status(`Basic ${Buffer.from('api:wrong').toString('base64')}`)).toBe(401);
    expect(await status(billecta.secureToken.replace('SecureToken', 'Bearer'))).toBe(401);
    const refused = await call(billecta, 'GET', '/v1/creditors/creditors', { headers: {} });
    expect(await refused.json()).toMatchObject({ Message: 'Felaktiga inloggningsuppgifter' });
  });

  test('a token works encoded exactly once more, until it expires', async () => {
    const billecta = await start();
    const answer = await call(billecta, 'POST', '/v1/authentication/apiauthenticate');
    const { Value, Expires } = (await answer.json()) as { Value: string; Expires: string };
    expect(Expires).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\+0[12]:00$/);
    const encode = (text: string) => Buffer.from(text).toString('base64');
    const status = async (token: string) => {
      const headers = { authorization: `SecureToken ${token}` };
      return (await call(billecta, 'GET', '/v1/creditors/creditors', { headers })).status;
    };

    expect(await status(encode(Value))).toBe(200);
    expect(await status(Value)).toBe(401);
    expect(await status(encode(encode(Value)))).toBe(401);
    billecta.expireTokens();
    expect(await status(encode(Value))).toBe(401);
  });

  test('a PUT that does not say how long its body is gets 411, and changes nothing', async () => {
    const billecta = await start();
    const id = billecta.addInvoice();
    const { port } = new URL(billecta.url);
    const socket = connect(Number(port), '127.0.0.1');
    socket.write(`PUT /v1/invoice/dispute/${id} HTTP/1.1\r\nHost: billecta\r\nConnection: close\r\n`);
    socket.write(`Authorization: ${billecta.authorization}\r\n\r\n`);
    let answer = '';
    for await (const chunk of socket) answer += chunk;

    expect(answer).toMatch(/^HTTP\/1\.1 411 /);
    expect(billecta.invoice(id).State.DisputedDate).toBeNull();
  });
});
