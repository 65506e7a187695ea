# A complaint that somebody of the staff heard.
slice-channels-heard = Darbuotojų išgirsti skundai
heard = Perduoti skundą
office-lead-heard = Kas nors jums pasiskundė? Užrašykite čia jo žodžiais. Toliau rūpinsis skundų tarnyba, jums vertinti nereikia.
heard-pass-on = Perduoti
heard-done = Ačiū. Užregistruota numeriu
heard-own = Ką perdavėte
heard-none = Kol kas nieko. Čia matysite, ką perdavėte ir koks to etapas.
field-heard-story = Ką jums pasakė
field-heard-story-hint = Jo žodžiais: kas, kur, kada
field-heard-story-missing = Parašykite, ką jums pasakė
field-heard-name = Kas skundėsi
field-heard-name-hint = Palikite tuščią, jei nenorėjo prisistatyti
field-heard-reach = Kaip susisiekti
field-heard-reach-hint = El. pašto adresas arba telefono numeris
field-heard-language = Jo kalba
field-heard-late-reason-when = (reikia, jei perduodate vėliau)
