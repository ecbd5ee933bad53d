import { syncBodyTag } from '../../host/tags.ts';
import { define } from '../../shared/define.ts';
import { BodyBlock } from './body-block.ts';

define(syncBodyTag, BodyBlock);
