import { once } from 'node:events';
import { request, WebSocket } from 'undici';

/** How long the inspector may take to answer, ms. */
const patience = 20_000;

/**
 * What a process has on its heap after everything that nobody needs has been collected, MB.
 *
 * @param port - of its inspector, on 127.0.0.1
 */
export async function heapMb(port: number): Promise<number> {
  const { body } = await request(`http://127.0.0.1:${port}/json/list`);
  const [target] = (await body.json()) as [{ webSocketDebuggerUrl: string }];
  const socket = new WebSocket(target.webSocketDebuggerUrl);
  try {
    await once(socket, 'open', { signal: AbortSignal.timeout(patience) });
    await ask(socket, 1, 'HeapProfiler.collectGarbage');
    const { result } = await ask(socket, 2, 'Runtime.evaluate', {
      expression: 'process.memoryUsage().heapUsed',
    });
    return (result.result?.value ?? Number.NaN) / 1e6;
  } finally {
    socket.close();
  }
}

interface Answer {
  id: number;
  result: { result?: { value: number } };
}

async function ask(socket: WebSocket, id: number, method: string, params: object = {}): Promise<Answer> {
  socket.send(JSON.stringify({ id, method, params }));
  for (;;) {
    const [event] = await once(socket, 'message', { signal: AbortSignal.timeout(patience) });
    const answer = JSON.parse(String((event as MessageEvent).data)) as Answer;
    if (answer.id === id) return answer;
  }
}
