import { define } from './define.ts';
import { LoaderElement } from './loader-element.ts';
import { loaderTag } from './tags.ts';

define(loaderTag, LoaderElement);
void import('./elements.ts');
