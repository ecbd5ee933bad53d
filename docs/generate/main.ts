// Generates the pages that come from the code (`npm run docs`); with `--check` it only compares them.
import './configuration.ts';
import './http-api.ts';
