import { register } from 'tsx/esm/api';

/** For `node --import`: lets Node read TypeScript, in its threads too, where `--import tsx` alone does not reach. */
register();
