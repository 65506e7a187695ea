# 8.4 Monitoring: the eight figures of annex H.
monitoring = Stebėsena
monitoring-lead = Aštuoni H priedo rodikliai dviem pjūviais: laikotarpiu gauti skundai ir laikotarpiu užbaigti skundai.
monitoring-figure = Rodiklis
monitoring-received = Iš gautų
monitoring-closed = Iš užbaigtų
monitoring-before = Ankstesnis laikotarpis
monitoring-cautions = Kaip juos skaityti
monitoring-caution-received = Pagal gavimą: palikus skundą neužbaigtą, rodiklis nepagerėja, nes neužbaigti ir vėluojantys taip pat skaičiuojami.
monitoring-caution-closed = Pagal užbaigimą: ką per laikotarpį pabaigėme, kad ir kada būtų gauta. Skaitykite kartu su dabar vėluojančiais: { $n }.
monitoring-caution-fewer = Mažiau skundų savaime nėra geriau: žmonės galėjo nustoti skųstis arba nerasti, kaip tai padaryti.
monitoring-caution-time = Greitas atsakymas rodo, kaip veikia procesas, o ne ar žmogus liko patenkintas.
monitoring-caution-few = Mažiau nei penkių skundų dalis neskaičiuojama; kai jų mažiau nei trisdešimt, šalia nurodomos ribos, tarp kurių gali būti tikroji dalis.
