import type { DefinitionText } from '#contract/wire/design.ts';
import type { View } from './toolbar.tsx';
import type { Surroundings } from './use-design.ts';

/** What the page gives to the designer of one form. */
export interface DesignerProps {
  programme: string;
  definition: DefinitionText;
  surroundings: Surroundings;
  /** The page's nonce for styles made by script. */
  nonce: string;
  view: View;
  onView: (view: View) => void;
  /** After the draft was given up: the published text is to be shown anew. */
  onDiscarded: () => void;
  onPublish: () => void;
}
