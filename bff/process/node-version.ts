/** The lowest version that the service runs on; `engines` of package.json says the same. */
const least = [20, 19] as const;

/** The message about a Node that is too old, given `process.versions.node`; undefined when it is new enough. */
export function tooOld(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > least[0] || (major === least[0] && minor >= least[1])) return undefined;
  return `Node ${least.join('.')} or later is needed, and this is ${version}.`;
}
