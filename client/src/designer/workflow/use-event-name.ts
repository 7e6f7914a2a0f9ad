import { useTranslation } from 'react-i18next';

/** How a built-in event is called, with the title of its deadline. */
export const useEventName = (): ((event: string, deadline: string) => string) => {
  const { t } = useTranslation();
  return (event, deadline) => {
    // Events of elections are named by themselves, not by a deadline.
    if (event === 'ballot' || event === 'tally') return t(`workflow.event.${event}-${deadline.replace('_', '-')}`);
    if (event === 'tasks') return t('workflow.event.tasks');
    return t(event === 'late' ? 'workflow.event.late' : 'workflow.event.due', { name: deadline });
  };
};
