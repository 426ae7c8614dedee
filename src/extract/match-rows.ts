import type { Label, Source } from './rows.js';
import { type Found, rowsByLabel } from './rows-by-label.js';
import { fillInOrder } from './rows-in-order.js';
import { outOfOrder } from './rows-out-of-order.js';
import type { View } from './views.js';

/** The rows of the form that a source prints in a layout, in order: first by label, then those between by position. */
export const matchRows = (source: Source, labels: readonly (readonly Label[])[], view: View): Found[] =>
  fillInOrder(source, labels, view, outOfOrder(source, labels, view, rowsByLabel(source, labels, view)));
