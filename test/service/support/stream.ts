export interface Told {
  limeId: number;
  stage: string;
  disputed: unknown;
  pendingCommand: unknown;
  allowed: unknown;
}

/** The `invoice` events of a stream, as they come. */
export async function* statusesOf(response: Response): AsyncGenerator<Told, void, undefined> {
  let text = '';
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    text += new TextDecoder().decode(chunk);
    const events = text.split('\n\n');
    text = events.pop() ?? '';
    for (const event of events.filter((each) => each.includes('event: invoice'))) {
      yield JSON.parse(/^data: (.*)$/m.exec(event)?.[1] ?? '') as Told;
    }
  }
}
