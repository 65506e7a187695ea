# The frame of every letter: greeting, ways to reach us, ways on.
letter-greeting = { $name } 您好：
letter-greeting-nameless = 您好：
letter-contact = 如有疑問，請告知案件編號：{ $reference }
letter-contact-page = 查詢申訴進度：{ $page }
letter-contact-phone = 電話：{ $phone }
letter-contact-email = 電子郵件：{ $email }
letter-contact-address = 地址：{ $address }
letter-external = 如不同意我們的處理結果，您也可以向下列外部爭議解決機構提出：
letter-external-unnamed = 如不同意我們的處理結果，您也可以向外部爭議解決機構提出，例如消費者保護機關。如不清楚由哪個機構負責，請向我們詢問。
letter-free = 提出申訴不收費，您也不會因此受到不利對待。
letter-review = 如不同意我們的答覆，可免費申請覆核，由未參與答覆的人員重新檢視您的申訴。
letter-reviewed = 您的申訴已由未參與第一次答覆的人員完成覆核，我們內部沒有進一步的覆核程序。
letter-response-due = 答覆期限：{ $date }。如需更長時間，我們會在此之前告知您。
letter-next-update = 即使沒有新進展，我們最晚也會在 { $date }通知您。
letter-disagree = 如不同意延長，可免費告訴我們，由未參與處理的人員檢視。
letter-right-outside = 您有權向外部爭議解決機構提出申訴，處理延遲時亦同。
