/** A phone number as lists show it: enough to recognise one's own, too little to call. `13812345678` → `138****5678`. */
export const maskedPhone = (phone: string): string => {
  const letters = Array.from(phone);
  const shown = letters.length >= 10 ? [3, 4] : [1, 1];
  const [head = 0, tail = 0] = letters.length < 3 ? [0, 0] : shown;
  return [...letters.slice(0, head), '****', ...letters.slice(letters.length - tail)].join('');
};
