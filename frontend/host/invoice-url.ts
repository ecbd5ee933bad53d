/** An invoice's page in Lime; the same from Lime Admin, which is an application of its own beside the client. */
export function invoiceUrl(limetype: string, limeId: number): string {
  const [, application] = location.pathname.split('/');
  return `${application ? `/${application}` : ''}/client/object/${encodeURIComponent(limetype)}/${limeId}`;
}
