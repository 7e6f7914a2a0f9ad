import { Button, Space } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttachmentView, AvailableAction, CellAddress } from '#contract/wire/case.ts';
import type { FormPackage } from '#contract/wire/definition.ts';
import type { Command } from '#engine/command.ts';
import type { ScenarioStep } from '#contract/definition/scenario.ts';
import type { FormContext } from '../../../form/form-context.ts';
import type { FormValidator } from '../../../form/load-validator.ts';
import { SchemaForm, type SchemaFormHandle } from '../../../form/schema-form.tsx';
import { useChecked } from '../../../form/use-checked.ts';
import { checkTrial, fillIn } from './check-trial.ts';
import { formFactsIn, type Seen } from './trial-view.ts';
import { act, typed, type Walk } from './walk.ts';
import { WalkDialog, type WalkWords } from './walk-dialog.tsx';
import { WalkDeeds } from './walk-deeds.tsx';
import { FillButton } from './fill-button.tsx';

interface Props {
  walk: Walk;
  actor: string;
  seen: Seen;
  form: FormPackage;
  validator: FormValidator;
  onWalk: (walk: Walk) => void;
}

/** Files of a walk stay in this browser: what is chosen is listed, nothing is sent. */
const useTrialFiles = (): FormContext['files'] => {
  const [list, setList] = useState<AttachmentView[]>([]);
  return useMemo(
    () => ({
      list,
      upload: (address: CellAddress, { file }: { file: File }) => {
        const made: AttachmentView = {
          id: crypto.randomUUID(),
          name: file.name,
          type: file.type,
          size: file.size,
          uploadedBy: '',
          uploadedAt: new Date().toISOString(),
          address,
        };
        setList((before) => [...before, made]);
        return Promise.resolve(made);
      },
      remove: (id: string) => {
        setList((before) => before.filter((file) => file.id !== id));
        return Promise.resolve();
      },
    }),
    [list],
  );
};

/** The form as its real renderer shows it to this role, and the deeds that are open to it. */
export const WalkForm = ({ walk, actor, seen, form, validator, onWalk }: Props) => {
  const { t, i18n } = useTranslation();
  const { view, played } = seen;
  const { model } = walk;
  const editable = view.write !== 'none';
  const [data, setData] = useState(view.data);
  const [asked, setAsked] = useState<AvailableAction | null>(null);
  const [attempted, setAttempted] = useState(false);
  const handle = useRef<SchemaFormHandle>(null);
  const files = useTrialFiles();
  const checked = useChecked({ view, model, validator, data, editable, locale: i18n.language });
  const context = useMemo<FormContext>(
    () => ({
      ...checked.context,
      issues: attempted ? checked.issues : checked.early,
      files,
      onRemark: null,
      changed: new Set<string>(),
    }),
    [checked.context, checked.issues, checked.early, attempted, files],
  );
  const facts = formFactsIn(walk, played, seen.facts);
  const content = editable ? data : played.data;
  const change = (next: Record<string, unknown>): void => {
    setData(checked.settle(next).data);
  };
  const deed = (command: Command, step: ScenarioStep, isSubmit = false): void => {
    handle.current?.keepTyping();
    const judged = isSubmit ? checkTrial(model, content, { validator, facts, locale: i18n.language }) : null;
    onWalk(act(walk, { actor, command, step, data: judged?.data ?? content, issues: judged?.issues ?? [] }));
  };
  const take = (action: AvailableAction, words: WalkWords): void => {
    setAsked(null);
    const said = {
      ...(words.comment === undefined || words.comment === '' ? {} : { comment: words.comment }),
      ...(words.reasons === undefined || words.reasons.length === 0 ? {} : { reasons: words.reasons }),
      ...(action.proxy ? { proxy: true } : {}),
    };
    deed(
      { type: 'act', action: action.key, accepted: true, ...said },
      { do: action.key, ...said },
      action.kind === 'submit',
    );
  };
  return (
    <>
      {view.read === 'none' && !editable ? (
        <p className="quiet">{t('walk.not-readable')}</p>
      ) : (
        <div className="walk-paper">
          {editable ? (
            <Space wrap>
              <FillButton
                onFill={() => {
                  change(fillIn(model, data, facts));
                }}
              />
              <Button
                size="small"
                onClick={() => {
                  setAttempted(true);
                  onWalk(typed(walk, data));
                }}
              >
                {t('walk.keep')}
              </Button>
            </Space>
          ) : null}
          <SchemaForm
            ref={handle}
            pack={form}
            validator={validator.rjsf}
            data={editable ? data : view.data}
            context={context}
            onChange={change}
          />
        </div>
      )}
      <WalkDeeds view={view} onAction={setAsked} onDeed={deed} />
      {asked === null ? null : (
        <WalkDialog
          action={asked}
          onConfirm={(words) => {
            take(asked, words);
          }}
          onClose={() => {
            setAsked(null);
          }}
        />
      )}
    </>
  );
};
