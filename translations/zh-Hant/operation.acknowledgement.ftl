# 7.4 Acknowledgement.
slice-operation-acknowledgement = 收件確認
verb-acknowledgement = 確認收件
done-acknowledgement = 已記錄收件確認。
verb-acknowledgement-sending = 傳送收件確認
done-acknowledgement-sending = 收件確認等待傳送。
refusal-acknowledged-already = 申訴人已收到收件確認。
refusal-told-in-the-future = 這個時間尚未到來，請填寫實際時間，或留空表示現在。
refusal-told-before-receipt = 這個時間早於收件時間，請確認日期與時間。
refusal-acknowledgement-waiting = 已有收件確認等待傳送，請先傳送或復原。
refusal-no-address = 沒有電子郵件地址，也沒有郵寄地址。請以電話或當面告知，並在「確認收件」中記錄。
evidence-acknowledged = 申訴人已知悉我們收到申訴
evidence-acknowledged-in-their-language = 以申訴人的語言確認收件
row-acknowledgement-due = 期限
row-acknowledged-at = 確認收件時間
row-acknowledged-way = 方式
timeline-acknowledged = 已確認收件：{ $way }
letter-subject-acknowledgement = 我們已收到您的申訴：{ $reference }
letter-ack-received = 我們已在 { $date }收到您的申訴。案件編號：{ $reference }
letter-ack-about = 申訴內容：{ $subject }
letter-ack-next = 接下來的步驟：
letter-ack-assessment = 最晚 { $date }：我們會了解內容與緊急程度，如有不清楚之處會與您聯絡。
letter-ack-update = 最晚 { $date }：即使沒有新進展，我們也會告知您目前情況。
letter-ack-response = 最晚 { $date }：正式答覆您。如需更長時間，我們會在此之前告知您並說明理由。
letter-ack-follow =
    查詢進度、補充資料或撤回申訴：{ $page }
    除案件編號外，還需要存取碼：{ $code }
    請妥善保管，不要告訴他人。
letter-ack-review = 日後如不同意我們的答覆，可免費申請由其他人員覆核。
letter-subject-confirmation = 請確認您的申訴：{ $reference }
letter-confirm-received = 我們在 { $date }收到一件使用此電子郵件地址的申訴。案件編號：{ $reference }
letter-confirm-link = 我們同時收到大量申訴。若這是您送出的，請在此確認：{ $page }
letter-confirm-else = 若您不處理，將由人員查看，不會遺失。若您沒有寫給我們，請忽略此信。
