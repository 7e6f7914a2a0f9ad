import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Checkbox } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { JoinView, SignUpReceipt } from '#contract/wire/join.ts';
import type { FormModel } from '#engine/environment.ts';
import { addressOf } from '#engine/form/address.ts';
import { ApiProblem } from '../../api/problem.ts';
import { sendSignUp } from '../../api/starts.ts';
import { drawingValidator } from '../../designer/form/preview/drawing-validator.ts';
import { useTried } from '../../designer/form/preview/use-tried.ts';
import { SchemaForm } from '../../form/schema-form.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { heldReceipt } from './held-receipt.ts';
import { OrganisationChoice } from './organisation-choice.tsx';

interface Props {
  view: JoinView;
  onDone: (receipt: SignUpReceipt) => void;
}

/** The notice, the organisation and the form, in this order. What is wrong is told at its field. */
export const JoinForm = ({ view, onDone }: Props) => {
  const { t, i18n } = useTranslation();
  const { programme, workflow, privacy } = view;
  const model = useMemo(() => view.model as unknown as FormModel, [view]);
  const tried = useTried(programme, model, i18n.language);
  const [isAccepted, setIsAccepted] = useState(false);
  const [organisation, setOrganisation] = useState<string | null>(null);
  const [hasAsked, setHasAsked] = useState(false);
  const key = useRef({ body: '', key: '' });
  const send = useMutation({
    mutationFn: (chosen: string) => {
      const receipt = heldReceipt(programme, workflow);
      const body = {
        organisation: chosen,
        privacy: privacy.version,
        data: tried.data,
        ...(receipt !== null && { receipt }),
      };
      // The same sending repeated is the same deed; with other contents it is another one.
      const text = JSON.stringify(body);
      if (key.current.body !== text) key.current = { body: text, key: crypto.randomUUID() };
      return sendSignUp(view, key.current.key, body);
    },
    onSuccess: onDone,
  });
  const { form } = model;
  const told = send.error instanceof ApiProblem ? send.error.issues : [];
  const issues = told.map(({ pointer, message }) => ({
    pointer,
    message,
    severity: 'error' as const,
    code: 'server',
    address: addressOf(form, tried.data, pointer),
  }));
  const missing = !isAccepted ? t('join.accept-first') : organisation === null ? t('join.organisation-first') : null;
  return (
    <>
      <section className="join-part" aria-labelledby="join-privacy">
        <h2 id="join-privacy">{t('join.privacy', { version: privacy.version })}</h2>
        <p className="join-notice">{privacy.text}</p>
        <Checkbox
          checked={isAccepted}
          onChange={(event) => {
            setIsAccepted(event.target.checked);
          }}
        >
          {t('join.accept')}
        </Checkbox>
      </section>
      <OrganisationChoice page={view} value={organisation} onChange={setOrganisation} />
      <SchemaForm
        pack={tried.pack}
        validator={drawingValidator}
        data={tried.data}
        context={{ ...tried.context, issues: hasAsked ? [...tried.context.issues, ...issues] : [] }}
        onChange={tried.change}
      />
      {hasAsked && missing !== null ? <Alert type="warning" showIcon title={missing} /> : null}
      <ProblemAlert error={send.error} />
      <Button
        type="primary"
        size="large"
        block
        style={{ marginTop: 12 }}
        loading={send.isPending}
        onClick={() => {
          setHasAsked(true);
          if (isAccepted && organisation !== null) send.mutate(organisation);
        }}
      >
        {view.action === '' ? t('join.send') : view.action}
      </Button>
    </>
  );
};
