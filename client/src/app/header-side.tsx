import { BellOutlined, UserOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Badge, Button, Dropdown, Empty, Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { fetchNotices, markNoticeRead } from '../api/administration.ts';
import { signOut } from '../api/session.ts';
import { useSession } from '../api/use-session.ts';
import { moment } from '../ui/dates.ts';
import { LanguageSwitch } from '../ui/language-switch.tsx';

const Notices = () => {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { data = [] } = useQuery({ queryKey: ['notices'], queryFn: fetchNotices, refetchInterval: 60_000 });
  const read = useMutation({
    mutationFn: markNoticeRead,
    onSettled: () => queries.invalidateQueries({ queryKey: ['notices'] }),
  });
  const unread = data.filter((notice) => !notice.read).length;
  const list = (
    <div style={{ width: 320, maxHeight: 420, overflow: 'auto' }}>
      {data.length === 0 ? <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('notices.empty')} /> : null}
      <ul className="notices">
        {data.map((notice) => (
          <li key={notice.id} className={notice.read ? 'notice' : 'notice notice-new'}>
            <button
              type="button"
              onClick={() => {
                read.mutate(notice.id);
                if (notice.case !== null) void navigate(`/cases/${notice.case}`);
              }}
            >
              <strong>{notice.title}</strong>
              <span>{notice.body}</span>
              <small>{moment(notice.at, i18n.language)}</small>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
  return (
    <Popover content={list} trigger="click" placement="bottomRight" title={t('notices.title')}>
      <Badge count={unread} size="small" offset={[-6, 6]}>
        <Button type="text" icon={<BellOutlined />} aria-label={t('notices.label', { count: unread })} />
      </Badge>
    </Popover>
  );
};

/** Notices, language and the signed-in person, at the right of the header. */
export const HeaderSide = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { data: session } = useSession();
  const leave = async (): Promise<void> => {
    await signOut();
    queries.clear();
    await navigate('/sign-in');
  };
  const where = session?.memberships[0]?.organisation?.title ?? '';
  return (
    <div className="header-side">
      <Notices />
      <LanguageSwitch />
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'who', label: `${session?.person.name ?? ''}　${where}`, disabled: true },
            { key: 'password', label: t('frame.password'), onClick: () => void navigate('/password') },
            { key: 'out', label: t('frame.sign-out'), onClick: () => void leave() },
          ],
        }}
      >
        <Button type="text" icon={<UserOutlined />} aria-label={`${t('frame.account')} ${session?.person.name ?? ''}`}>
          <span className="wide-only">{session?.person.name}</span>
        </Button>
      </Dropdown>
    </div>
  );
};
