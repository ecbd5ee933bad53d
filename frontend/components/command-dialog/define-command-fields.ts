import { commandFieldsTag } from '../../host/tags.ts';
import { define } from '../../shared/define.ts';
import { CommandFields } from './command-fields.ts';

define(commandFieldsTag, CommandFields);
