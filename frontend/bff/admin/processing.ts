import type { ProcessingState } from '../../../bff/contract/admin/processing.ts';
import { request } from '../request.ts';

/** Whether events are applied; every user may ask. */
export const readProcessing = (applicationName: string): Promise<ProcessingState> =>
  request('GET', `/${encodeURIComponent(applicationName)}/limepkg-billecta-integration/processing`);
