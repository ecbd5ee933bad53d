import { define } from '../../define.ts';
import { syncBodyTag } from '../../tags.ts';
import { BodyBlock } from './body-block.ts';

define(syncBodyTag, BodyBlock);
