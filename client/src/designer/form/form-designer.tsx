import { Desk } from './desk.tsx';
import type { DesignerProps } from './designer-props.ts';
import { HandsContext, SurroundingsContext, useDesign } from './use-design.ts';

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
