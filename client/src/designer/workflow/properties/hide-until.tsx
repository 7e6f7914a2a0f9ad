import { Switch } from 'antd';
import type { Path } from '../../yaml/read-yaml.ts';
import { useDesk, useProperty } from '../desk-context.ts';

/** Whether an actor sees what others judged only after the own part. */
export const HideUntil = ({ path, label }: { path: Path; label: string }) => {
  const { isBroken } = useDesk();
  const [value, set] = useProperty([...path, 'hide_until']);
  return (
    <Switch
      size="small"
      aria-label={label}
      disabled={isBroken}
      checked={value === 'own_task_done'}
      onChange={(next) => {
        set(next ? 'own_task_done' : undefined);
      }}
    />
  );
};
