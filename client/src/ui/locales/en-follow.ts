/** What a case tells when its definitions have moved on. */
export const enFollow = {
  'follow.form-changed':
    'The form has changed since this was written. What still belongs to it was taken over; please look through it.',
  'follow.orphaned': 'No longer asked for. What was entered here is kept:',
  'follow.orphaned-read': 'Kept from an earlier version of the form:',
};
