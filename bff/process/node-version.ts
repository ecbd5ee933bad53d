/** The least version that has all that the service is made of: `engines` of package.json says the same. */
const least = [20, 19] as const;

/** What is to be said of a Node that is too old, as of `process.versions.node`; undefined when it will do. */
export function tooOld(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > least[0] || (major === least[0] && minor >= least[1])) return undefined;
  return `Node ${least.join('.')} or later is needed, and this is ${version}.`;
}
