import { useTranslation } from 'react-i18next';

/** How a built-in event is called, with the title of its deadline. */
export const useEventName = (): ((event: string, deadline: string) => string) => {
  const { t } = useTranslation();
  return (event, deadline) => {
    if (event === 'tasks') return t('workflow.event.tasks');
    return t(event === 'late' ? 'workflow.event.late' : 'workflow.event.due', { name: deadline });
  };
};
