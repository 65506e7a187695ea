// One complainant for each language, with the words of a real complaint.
export const PEOPLE = {
  en: { name: 'Hannah Whitlock', phone: '020 7946 0018', email: 'hannah@example.org',
    story: 'The bill of 4 November is twice as high as last year. Nobody lived in the flat from May to October.',
    wish: 'Please read the meter again and correct the bill.', more: 'The meter shows 004711 today.', reason: 'The finding leaves out the months when the flat was empty.' },
  ko: { name: '박민지', phone: '010-5555-0142', email: 'minji@example.org',
    story: '11월 4일 고지서 금액이 작년의 두 배입니다. 5월부터 10월까지 집에 아무도 살지 않았습니다.',
    wish: '계량기를 다시 검침하고 고지서를 고쳐 주세요.', more: '오늘 계량기 숫자는 004711입니다.', reason: '집이 비어 있던 기간이 조사에서 빠졌습니다.' },
  'zh-Hant': { name: '林怡君', phone: '02-5555-0142', email: 'lin@example.org',
    story: '十一月四日的帳單是去年的兩倍。五月到十月房子裡沒有人住。',
    wish: '請重新抄表並更正帳單。', more: '今天水表的讀數是 004711。', reason: '調查沒有考慮房子空著的那幾個月。' },
  'zh-Hans': { name: '李伟', phone: '010-5555-0142', email: 'liwei@example.org',
    story: '11月4日的账单是去年的两倍。5月到10月房子里没有人住。',
    wish: '请重新抄表并更正账单。', more: '今天水表的读数是 004711。', reason: '调查没有考虑房子空着的那几个月。' },
  lt: { name: 'Rūta Žukauskaitė', phone: '+370 5 555 0142', email: 'ruta@example.org',
    story: 'Lapkričio 4 d. sąskaita dvigubai didesnė negu pernai. Nuo gegužės iki spalio bute niekas negyveno.',
    wish: 'Prašau iš naujo patikrinti skaitiklį ir ištaisyti sąskaitą.', more: 'Šiandien skaitiklis rodo 004711.', reason: 'Tiriant neatsižvelgta į mėnesius, kai butas buvo tuščias.' },
  fa: { name: 'مریم کریمی', phone: '۰۲۱-۵۵۵۰۱۴', email: 'maryam@example.org',
    story: 'قبض ۴ نوامبر دو برابر پارسال است. از اردیبهشت تا مهر کسی در خانه زندگی نمی‌کرد.',
    wish: 'لطفاً کنتور را دوباره بخوانید و قبض را درست کنید.', more: 'کنتور امروز ۰۰۴۷۱۱ را نشان می‌دهد.', reason: 'ماه‌هایی که خانه خالی بود در بررسی نیامده است.' },
};

export const PHOTO = { name: 'کنتور meter 004711.png', mimeType: 'image/png',
  buffer: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64') };
