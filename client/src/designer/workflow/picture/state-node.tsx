import { ClockCircleOutlined, UserOutlined } from '@ant-design/icons';
import { Handle, type Node, type NodeProps, Position } from '@xyflow/react';
import { useTranslation } from 'react-i18next';

export interface StateFace extends Record<string, unknown> {
  key: string;
  title: string;
  isInitial: boolean;
  final: string | null;
  who: string[];
  deadlines: string[];
  errors: number;
  warnings: number;
  /** Whether a scenario came here; null where no scenario was played. */
  isCovered: boolean | null;
  /** The case of a walk is here. */
  isHere: boolean;
}

export type StateNodeType = Node<StateFace, 'state'>;

/** A state as it stands in the picture: its name, who acts in it, what runs out in it. */
export const StateNode = ({ data, selected }: NodeProps<StateNodeType>) => {
  const { t } = useTranslation();
  const classes = [
    'state-node',
    data.final === null ? '' : `state-${data.final}`,
    selected ? 'state-selected' : '',
    data.errors > 0 ? 'state-wrong' : '',
    data.isCovered === false ? 'state-missed' : '',
    data.isHere ? 'state-here' : '',
  ];
  return (
    <div className={classes.filter((name) => name !== '').join(' ')}>
      <Handle type="target" position={Position.Top} />
      <div className="state-title">
        {data.isInitial ? <span title={t('workflow.initial-here')}>▶ </span> : null}
        {data.final === null ? null : <span title={t('workflow.final-short')}>■ </span>}
        {data.title}
        {data.isCovered === true ? (
          <span className="state-tick" title={t('workflow.covered')}>
            {' '}
            ✓
          </span>
        ) : null}
        {data.errors > 0 ? <span className="outline-count outline-errors">{data.errors}</span> : null}
        {data.errors === 0 && data.warnings > 0 ? (
          <span className="outline-count outline-warnings">{data.warnings}</span>
        ) : null}
      </div>
      {data.who.length === 0 ? null : (
        <div className="state-line">
          <UserOutlined /> {data.who.join(t('workflow.comma'))}
        </div>
      )}
      {data.deadlines.map((deadline) => (
        <div className="state-line" key={deadline}>
          <ClockCircleOutlined /> {deadline}
        </div>
      ))}
      <Handle type="source" position={Position.Bottom} />
    </div>
  );
};
