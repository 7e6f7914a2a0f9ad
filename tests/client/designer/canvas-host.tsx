import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { enFormDesigner } from '../../../client/src/ui/locales/en-form-designer.ts';
import { Canvas } from '../../../client/src/designer/form/canvas/canvas.tsx';
import { DragBoard } from '../../../client/src/designer/form/canvas/drag-board.tsx';
import { Palette } from '../../../client/src/designer/form/canvas/palette.tsx';
import { CanvasContext } from '../../../client/src/designer/form/canvas/use-canvas.ts';
import { useCanvasHands } from '../../../client/src/designer/form/canvas/use-canvas-hands.ts';
import { useClipboard } from '../../../client/src/designer/form/canvas/use-clipboard.ts';
import { boardText, type DesignState } from '../../../client/src/designer/form/design-state.ts';
import { HandsContext, useDesign, type Hands } from '../../../client/src/designer/form/use-design.ts';
import { useKeys } from '../../../client/src/designer/form/use-keys.ts';

await i18next.use(initReactI18next).init({
  lng: 'en',
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  resources: { en: { translation: enFormDesigner } },
});

// jsdom lays nothing out, so there is nowhere to scroll to.
Element.prototype.scrollIntoView = () => undefined;

/** A form in the compact hand in which people write them. */
export const FLEET = `{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "fleet",
  "title": "Fleet",
  "type": "object",
  "required": ["harbour"],
  "properties": {
    "harbour": {"type": "string", "title": "Harbour"},
    "master": {"type": "string", "title": "Harbour master"},
    "fleet": {
      "type": "array", "title": "Fleet", "maxItems": 20,
      "items": {
        "type": "object",
        "properties": {
          "hull": {"type": "string", "title": "Name"},
          "crew": {"type": "integer", "title": "Crew"}
        }
      }
    }
  }
}
`;

/** The text of the board as it stands. */
export const latest = { text: '' };

const NO_PROBLEMS = new Map();

const Board = ({ state, hands }: { state: DesignState; hands: Hands }) => {
  const { form } = state.history.now.document;
  const canvas = useCanvasHands({ form, selected: state.selected });
  useClipboard(canvas);
  useKeys(hands);
  return (
    <CanvasContext.Provider value={canvas}>
      <DragBoard onDrop={canvas.drop}>
        <Palette onAdd={canvas.add} />
        <Canvas form={form} selected={state.selected} problems={NO_PROBLEMS} />
      </DragBoard>
    </CanvasContext.Provider>
  );
};

/** Sheet, palette, keys and clipboard as they stand on the page, without the server. */
export const CanvasHost = ({ text }: { text: string }) => {
  const { state, hands } = useDesign(text);
  latest.text = boardText(state.history.now);
  return (
    <HandsContext.Provider value={hands}>
      <Board state={state} hands={hands} />
    </HandsContext.Provider>
  );
};
