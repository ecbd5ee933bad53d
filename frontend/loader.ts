import { loaderTag } from './host/tags.ts';
import { LoaderElement } from './loader-element.ts';
import { define } from './shared/define.ts';

define(loaderTag, LoaderElement);
void import('./elements.ts');
