import { PlusOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Select, Space } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { StartOffer } from '#contract/wire/start.ts';
import { beginCase, fetchStarts } from '../../api/starts.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { SignUpLinks } from './sign-up-links.tsx';

const NOWHERE = 'programme';

/** One workflow of which a case may be begun, or why not. */
const Offer = ({ offer, onSearch }: { offer: StartOffer; onSearch: (word: string) => void }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const key = useRef(crypto.randomUUID());
  const [chosen, setChosen] = useState<string | null>(null);
  const { places, title } = offer;
  const place = places.find(({ organisation }) => (organisation?.id ?? NOWHERE) === chosen) ?? places[0];
  const begin = useMutation({
    mutationFn: () =>
      beginCase(key.current, {
        programme: offer.programme,
        workflow: offer.workflow,
        organisation: place?.organisation?.id ?? null,
      }),
    onSuccess: ({ id }) => {
      key.current = crypto.randomUUID();
      void queries.invalidateQueries({ queryKey: ['cases'] });
      void queries.invalidateQueries({ queryKey: ['starts'] });
      void navigate(`/cases/${id}`);
    },
  });
  const hasChoice = places.length > 1 || offer.hasMore;
  return (
    <Space orientation="vertical" size={4}>
      <Space wrap>
        {hasChoice ? (
          <Select
            aria-label={t('start.organisation')}
            style={{ minWidth: 220 }}
            showSearch={{ filterOption: false, onSearch }}
            placeholder={offer.hasMore ? t('start.more') : t('start.organisation')}
            value={place?.organisation?.id ?? NOWHERE}
            options={places.map(({ organisation }) => ({
              value: organisation?.id ?? NOWHERE,
              label: organisation?.title ?? offer.programmeTitle,
            }))}
            onChange={setChosen}
          />
        ) : null}
        <Button
          type="primary"
          icon={<PlusOutlined />}
          loading={begin.isPending}
          disabled={place?.reason !== null}
          onClick={() => {
            begin.mutate();
          }}
        >
          {t('start.begin', { title })}
        </Button>
      </Space>
      {place?.message == null ? null : (
        <span className="quiet" role="note">
          {place.message}
        </span>
      )}
      <ProblemAlert error={begin.error} />
    </Space>
  );
};

/** What the person may begin, and the public pages that the person may hand on. Nothing where there is neither. */
export const BeginCases = () => {
  const [word, setWord] = useState('');
  const { data } = useQuery({
    queryKey: ['starts', word],
    queryFn: () => fetchStarts(word === '' ? undefined : word),
    placeholderData: (before) => before,
  });
  if (data === undefined || data.offers.length + data.links.length === 0) return null;
  return (
    <div style={{ display: 'grid', gap: 12, marginBottom: 12 }}>
      {data.offers.map((offer) => (
        <Offer key={`${offer.programme}/${offer.workflow}`} offer={offer} onSearch={setWord} />
      ))}
      <SignUpLinks links={data.links} />
    </div>
  );
};
