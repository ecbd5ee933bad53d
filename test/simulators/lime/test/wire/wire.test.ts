import { describe, expect, test } from 'vitest';
import { readWire, wireNames } from '../../../../wire/read.ts';
import type { LimeSimulator, LimeSimulatorOptions } from '../../index.ts';
import { get } from '../support.ts';
import { answerForm } from './answer-form.ts';
import { expectedBody, send, startExampleLime } from './database.ts';
import { differences } from './differences.ts';
import { LimetypeList, metadataOf } from './metadata-form.ts';

/** What some examples need of the simulator, beside its objects. */
const settings: Record<string, LimeSimulatorOptions> = {
  'too-many-requests': { rateLimit: { requests: 0, windowMs: 30_000 } },
};

async function readMetadata(lime: LimeSimulator) {
  const answer = await get(lime, 'limetype/?_embed=limetypes.properties', 'admin');
  return metadataOf(LimetypeList.parse(await answer.json()));
}

describe('the simulated Lime answers what the example says', () => {
  test.each(wireNames('lime'))('%s', async (name) => {
    const example = readWire('lime', name);
    const { request, answer } = example;
    const lime = await startExampleLime(settings[name]);

    const response = await send(lime, example);

    expect(response.status).toBe(answer.status);
    expect(Object.fromEntries(response.headers)).toMatchObject(answer.headers);
    if (answer.body === undefined) return;
    const body = await response.json();
    expect(differences(expectedBody(lime, example), body)).toEqual([]);
    if (request.path.includes('/query/')) expect(body).toEqual(expectedBody(lime, example));
    const form = answerForm(await readMetadata(lime), request.method, request.path);
    expect(form.safeParse(body).error?.issues ?? []).toEqual([]);
  });

  test('the next link of the first page leads to the rest', async () => {
    const lime = await startExampleLime();
    const first = await (await send(lime, readWire('lime', 'list-first-page'))).json();

    const next = await fetch(first._links.next.href, { headers: { 'x-api-key': lime.keys.admin } });

    const { _links, _embedded } = await next.json();
    expect(_links).toEqual({});
    expect(_embedded.limeobjects).toMatchObject([{ _id: 1004 }]);
  });
});
