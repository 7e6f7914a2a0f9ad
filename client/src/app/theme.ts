import type { ThemeConfig } from 'antd';

/**
 * One calm look: Ant Design's own, one accent, generous text for old screens. The colours of words are dark enough to be
 * read on white and on their own tints (4.5 : 1).
 */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#1668a8',
    colorLink: '#1668a8',
    colorInfo: '#0a4f8f',
    colorSuccess: '#20701c',
    colorWarning: '#8f4700',
    colorError: '#b3261e',
    colorInfoBg: '#eaf3fb',
    colorSuccessBg: '#eef8ec',
    colorWarningBg: '#fff6e5',
    colorErrorBg: '#fdeeec',
    colorTextDescription: 'rgba(0, 0, 0, 0.62)',
    colorTextPlaceholder: 'rgba(0, 0, 0, 0.6)',
    fontSize: 15,
    borderRadius: 6,
    fontFamily:
      "system-ui, -apple-system, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif",
  },
  components: {
    Layout: { headerBg: '#ffffff', bodyBg: '#f5f6f8' },
    // As high as a finger needs (WCAG 2.2, 2.5.8).
    Switch: { trackHeight: 24, handleSize: 20, trackHeightSM: 24, handleSizeSM: 20 },
  },
};

/** The same for people who asked their system for less motion: what opens and closes does so at once. */
export const stillTheme: ThemeConfig = { ...theme, token: { ...theme.token, motion: false, motionUnit: 0 } };
