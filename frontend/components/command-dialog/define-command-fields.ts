import { define } from '../../define.ts';
import { commandFieldsTag } from '../../tags.ts';
import { CommandFields } from './command-fields.ts';

define(commandFieldsTag, CommandFields);
