import { expect } from 'chai';
import { type BffFault, faultOf } from '../../../frontend/bff/bff-error.ts';
import { bffClient } from '../../../frontend/bff/client.ts';
import { problem, ScriptedBff } from '../support/bff.ts';
import { sentInvoice } from '../support/statuses.ts';

describe('the client of the BFF', () => {
  it('reads an invoice with the session of the page', async () => {
    const bff = new ScriptedBff();
    await bff.holds(sentInvoice());
    expect((await bffClient(bff.application, 'invoice').status(1001)).invoiceNumber).to.equal('70001');
  });

  it('sends a command as JSON, with what the user filled in', async () => {
    const bff = new ScriptedBff();
    await bff.holds(sentInvoice());
    const answer = await bffClient(bff.application, 'invoice').run('dispute', 1001, {
      reason: 'quality',
      comment: 'Å',
    });
    expect(answer.command.changed).to.equal(true);
    const [request] = await bff.requests('POST', 'invoices/1001/dispute');
    expect(request?.body).to.deep.equal({ reason: 'quality', comment: 'Å' });
    expect(request?.headers['content-type']).to.equal('application/json');
    expect(request?.headers.origin ?? request?.headers['sec-fetch-site']).to.be.a('string');
  });

  it('tells what the BFF says is wrong', async () => {
    const bff = new ScriptedBff();
    const said = problem('billecta-refused', { billectaMessage: 'Nej' });
    await bff.answers({ method: 'GET', path: 'invoices/1001', status: 409, body: said });
    expect(await faultOfReading(bff)).to.deep.equal({ kind: 'problem', problem: said });
  });

  it('tells a broken connection from a wrong answer', async () => {
    const bff = new ScriptedBff();
    await bff.answers({ method: 'GET', path: 'invoices/1001', abort: true });
    expect(await faultOfReading(bff)).to.deep.equal({ kind: 'network' });
  });

  it('tells that nothing was sent when the browser was offline before it asked', async () => {
    const bff = new ScriptedBff();
    await bff.answers({ method: 'GET', path: 'invoices/1001', abort: true });
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    try {
      expect(await faultOfReading(bff)).to.deep.equal({ kind: 'offline' });
    } finally {
      Reflect.deleteProperty(navigator, 'onLine');
    }
  });

  it('does not take the page of a proxy for an answer', async () => {
    const bff = new ScriptedBff();
    const page = {
      method: 'GET',
      path: 'invoices/1001',
      type: 'text/html',
      body: '<h1>Bad gateway</h1>',
    } as const;
    await bff.answers({ ...page, status: 502 });
    expect(await faultOfReading(bff)).to.deep.equal({ kind: 'unreadable', status: 502 });
    await bff.answers({ ...page, status: 200 });
    expect(await faultOfReading(bff)).to.deep.equal({ kind: 'unreadable', status: 200 });
  });

  it('gives up when no answer comes in time', async () => {
    const timeout = AbortSignal.timeout;
    AbortSignal.timeout = () => timeout.call(AbortSignal, 50);
    try {
      const bff = new ScriptedBff();
      await bff.answers({ method: 'GET', path: 'invoices/1001', hold: true });
      expect(await faultOfReading(bff)).to.deep.equal({ kind: 'timeout' });
      await bff.release();
    } finally {
      AbortSignal.timeout = timeout;
    }
  });

  it('writes an application name with spaces into the address', () => {
    expect(bffClient('my db', 'invoice').liveUrl([1, 2])).to.equal(
      '/my%20db/limepkg-billecta-integration/live?ids=1,2&limetype=invoice',
    );
  });
});

async function faultOfReading(bff: ScriptedBff): Promise<BffFault | undefined> {
  try {
    await bffClient(bff.application, 'invoice').status(1001);
    return undefined;
  } catch (error) {
    return faultOf(error);
  }
}
