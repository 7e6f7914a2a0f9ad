import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { EditedName } from '#contract/wire/design.ts';
import type { PublicationView } from '#contract/wire/publication.ts';
import { moment } from '../../ui/dates.ts';
import { Prepare } from './prepare.tsx';

interface Props {
  programme: string;
  publication: PublicationView;
  titleOf: (name: EditedName) => string;
  onMade: (made: PublicationView) => void;
}

/** Taking a publication back is a publication of its own, looked at like any other. */
export const UndoLook = ({ programme, publication, titleOf, onMade }: Props) => {
  const { t, i18n } = useTranslation();
  return (
    <Prepare
      programme={programme}
      what={{ definitions: [], undo: publication.id }}
      label={t('publish.undo-do')}
      titleOf={titleOf}
      onMade={onMade}
    >
      <Alert
        type="warning"
        showIcon
        title={t('publish.undo-help', {
          at: moment(publication.publishedAt ?? publication.proposedAt, i18n.language),
        })}
        description={publication.note}
      />
    </Prepare>
  );
};
