import { calloutTag } from '../host/tags.ts';
import { Callout } from './callout.ts';
import { define } from './define.ts';

define(calloutTag, Callout);
