import type { z } from 'zod';
import { isPlainId } from '../../domain/text/plain-id.ts';
import type {
  Credential,
  InvoiceSelection,
  LimeFilter,
  LimeInvoice,
  LimeParent,
  Selected,
  UpdateRight,
} from '../../services/ports/lime.ts';
import { Fault } from '../../services/shared/fault.ts';
import { writeUnchanged } from '../identity/write-unchanged.ts';
import { byId, withIds, withinParent } from '../selection/read-filter.ts';
import { selectInvoices } from '../selection/select-invoices.ts';
import { LimeObject, ListAnswer, QueryAnswer } from './answers.ts';
import type { LimeHttp } from './http.ts';
import { type Limetype, limetypePath, readLimetype, readRights, rightsPath } from './limetype.ts';
import { type LimeNames, placeOf } from './names.ts';
import { objectPath, objectsPath } from './object-path.ts';
import { readAnswer } from './read-answer.ts';

/** Lime's REST API, each call with the credential of the one who asks. */
export class LimeClient {
  readonly #http: LimeHttp;
  readonly #names: LimeNames;

  constructor(http: LimeHttp, names: LimeNames) {
    this.#http = http;
    this.#names = names;
  }

  async readInvoice(credential: Credential, limeId: number, signal: AbortSignal): Promise<LimeInvoice> {
    const path = objectPath(this.#names.invoiceLimetype, limeId);
    const answer = await this.#http.get(path, credential, signal);
    return this.#toInvoice(readAnswer(LimeObject, answer));
  }

  readInvoices(
    credential: Credential,
    limeIds: readonly number[],
    signal: AbortSignal,
  ): Promise<LimeInvoice[]> {
    return this.#query(credential, { filter: withIds(limeIds), limit: limeIds.length }, signal);
  }

  selectInvoices(
    credential: Credential,
    selection: InvoiceSelection,
    atMost: number,
    signal: AbortSignal,
  ): Promise<Selected> {
    const source = {
      byIds: (ids: readonly number[]) => this.readInvoices(credential, ids, signal),
      byFilter: (filter: LimeFilter | null, page: { limit: number; offset: number }) =>
        this.#query(credential, { filter, ...page, orderBy: byId }, signal),
      within: (filter: LimeFilter | null, parent: LimeParent) =>
        this.#within(credential, filter, parent, signal),
    };
    return selectInvoices(source, selection, atMost);
  }

  /** The caller's right to update invoices by Lime's metadata; mostly unknown. */
  async toldUpdateRight(credential: Credential, signal: AbortSignal): Promise<UpdateRight> {
    const answer = await this.#http.get(rightsPath(this.#names.invoiceLimetype), credential, signal);
    const update = readRights(this.#names.invoiceLimetype, answer)?.update;
    return update === undefined ? 'unproven' : update ? 'proven' : 'denied';
  }

  /** Lime's answer to an invoice's ActionPublicId that is written back unchanged. @throws as {@link writeUnchanged} */
  writeUnchanged(credential: Credential, invoice: LimeInvoice, signal: AbortSignal): Promise<UpdateRight> {
    return writeUnchanged(this.#http, placeOf('invoice', this.#names), { credential, invoice, signal });
  }

  async provesAdministrator(credential: Credential, signal: AbortSignal): Promise<void> {
    const path = `${objectsPath(this.#names.adminLimetype)}?_limit=1`;
    const list = readAnswer(ListAnswer, await this.#http.get(path, credential, signal));
    if (list._embedded.limeobjects.length > 0) return;
    throw new Fault('forbidden', `Lime shows you nothing of ${this.#names.adminLimetype}.`);
  }

  async readNames(
    credential: Credential,
    limeIds: readonly number[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<number, string>> {
    const asked = { filter: withIds(limeIds), limit: limeIds.length };
    const objects = await this.#objects(credential, asked, { property: '_descriptive', signal });
    return new Map(
      objects.flatMap(({ _id, _descriptive }) =>
        typeof _descriptive === 'string' && _descriptive !== '' ? [[_id, _descriptive]] : [],
      ),
    );
  }

  async #query(credential: Credential, asked: object, signal: AbortSignal): Promise<LimeInvoice[]> {
    const property = this.#names.actionPublicIdField;
    const objects = await this.#objects(credential, asked, { property, signal });
    return objects.map((object) => this.#toInvoice(object));
  }

  /** The invoices of a query, each with its id and a property. */
  async #objects(
    credential: Credential,
    asked: object,
    { property, signal }: { property: string; signal: AbortSignal },
  ): Promise<Array<z.infer<typeof LimeObject>>> {
    const query = JSON.stringify({
      limetype: this.#names.invoiceLimetype,
      ...asked,
      responseFormat: { object: { _id: null, [property]: null } },
    });
    const answer = await this.#http.get(`query/?q=${encodeURIComponent(query)}`, credential, signal);
    return readAnswer(QueryAnswer, answer).objects;
  }

  async #describe(credential: Credential, signal: AbortSignal): Promise<Limetype> {
    return readLimetype(await this.#http.get(limetypePath(this.#names.invoiceLimetype), credential, signal));
  }

  async #within(
    credential: Credential,
    filter: LimeFilter | null,
    parent: LimeParent,
    signal: AbortSignal,
  ): Promise<LimeFilter> {
    const { properties } = await this.#describe(credential, signal);
    const within = withinParent(filter, parent, properties);
    if (within) return within;
    throw new Fault(
      'invalid-request',
      `It is not known which invoices belong to ${parent.limetype} ${parent.id}. Select them one by one.`,
    );
  }

  #toInvoice(object: z.infer<typeof LimeObject>): LimeInvoice {
    const value = object[this.#names.actionPublicIdField];
    const actionPublicId = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
    return { limeId: object._id, actionPublicId: isPlainId(actionPublicId) ? actionPublicId : null };
  }
}
