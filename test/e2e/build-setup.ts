import { build } from '../demo/build.ts';

/** One build for the whole suite; files that run side by side would pull it away from each other. */
export default build;
