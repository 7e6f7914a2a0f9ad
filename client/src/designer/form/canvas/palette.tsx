import { useDraggable } from '@dnd-kit/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { textIn } from '#contract/text.ts';
import { FAMILIES, type KindEntry } from '../kinds/kind-entry.ts';
import { KINDS } from '../kinds/registry.ts';

interface EntryProps {
  entry: KindEntry;
  onAdd: (kind: string) => void;
}

const Entry = ({ entry, onAdd }: EntryProps) => {
  const { i18n } = useTranslation();
  const { setNodeRef, listeners } = useDraggable({ id: `kind:${entry.kind}` });
  return (
    <button
      type="button"
      ref={setNodeRef}
      {...listeners}
      className="palette-entry"
      title={textIn(entry.hint, i18n.language)}
      onClick={() => {
        onAdd(entry.kind);
      }}
    >
      <span className="card-icon">{entry.icon}</span>
      {textIn(entry.title, i18n.language)}
    </button>
  );
};

/** Every kind of field: drag it onto the sheet, or click to put it behind the chosen field. */
export const Palette = memo(({ onAdd }: { onAdd: (kind: string) => void }) => {
  const { t } = useTranslation();
  return (
    <nav className="palette" aria-label={t('form-designer.palette')}>
      {FAMILIES.map((family) => (
        <div key={family}>
          <div className="palette-family">{t(`form-designer.family.${family}`)}</div>
          <div className="palette-entries">
            {KINDS.filter((entry) => entry.family === family).map((entry) => (
              <Entry key={entry.kind} entry={entry} onAdd={onAdd} />
            ))}
          </div>
        </div>
      ))}
    </nav>
  );
});
Palette.displayName = 'Palette';
