import type { DefinitionText } from '#contract/wire/design.ts';
import { Desk } from './desk.tsx';
import { HandsContext, SurroundingsContext, useDesign, type Surroundings } from './use-design.ts';
import type { View } from './toolbar.tsx';

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

/** The designer of one form: its history, and around it what cannot be changed here. */
export const FormDesigner = (props: DesignerProps) => {
  const { definition, surroundings } = props;
  const { state, hands } = useDesign(definition.draft?.text ?? definition.published?.text ?? '');
  return (
    <HandsContext.Provider value={hands}>
      <SurroundingsContext.Provider value={surroundings}>
        <Desk {...props} state={state} />
      </SurroundingsContext.Provider>
    </HandsContext.Provider>
  );
};
