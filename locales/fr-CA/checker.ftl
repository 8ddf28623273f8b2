# Vérifier un courriel : comment on le montre, et ce qu’on y a vu.

genuine-intro = Montrez-nous le courriel, et cette page y cherche quatre signes. Rien n’en quitte cet appareil.
genuine-way = Comment voulez-vous le vérifier?
genuine-paste = Coller son texte
genuine-paste-text = Copié de votre logiciel de courriel. Tout ne se voit pas ainsi
genuine-file = Ouvrir le courriel enregistré
genuine-file-text = En montre le plus : l’expéditeur, et où mènent vraiment les liens
genuine-hand = Répondre à quatre questions
genuine-hand-text = Si vous lisez vos courriels sur ce même téléphone
genuine-text = Texte du courriel
genuine-text-hint = Avec l’expéditeur et l’objet, si vous pouvez les copier aussi
genuine-check = Vérifier le courriel
genuine-checking = Vérification
genuine-save-how = Comment enregistrer un courriel dans un fichier
genuine-save-computer = À l’ordinateur, ouvrez le courriel et cherchez dans son menu « Enregistrer sous », « Télécharger le message » ou « Télécharger l’original ». Le nom du fichier se termine par .eml.
genuine-save-phone = Sur la plupart des téléphones, ce n’est pas possible. Répondez plutôt aux quatre questions.
genuine-choose = Choisir le courriel enregistré
genuine-seen = Ce que montre ce courriel
genuine-finish-by-hand = Répondre au reste à la main
genuine-four = Quatre questions
genuine-also = Vu aussi
genuine-mark-sender = Expéditeur à @cic.gc.ca :
genuine-mark-languages = En français et en anglais :
genuine-mark-subject = Le bon objet :
genuine-mark-link = Un lien vers la page officielle seulement :
genuine-sender = L’adresse de l’expéditeur se termine-t-elle par @cic.gc.ca?
genuine-languages = Le message est-il en français et en anglais?
genuine-subject = L’objet est-il celui-ci, mot pour mot?
genuine-link = Son seul lien mène-t-il à la page officielle?
genuine-codes = Les codes et les mots de passe s’écrivent dans cette application. Ils ne se trouvent jamais derrière un lien.

picker-email-title = Choisissez un courriel enregistré
picker-emails = Courriels enregistrés (.eml)

checker-sender-fits = L’adresse est { $address }.
checker-sender-elsewhere = L’adresse est { $address }. Ce qui compte suit le @ : { $host }.
checker-sender-lookalike = L’adresse est { $address }. Elle imite { $like }, mais n’en est pas.
checker-sender-unreadable = Un expéditeur est nommé, mais sans adresse lisible.
checker-sender-not-seen = On n’y voit pas d’expéditeur.
checker-senders-several = Il nomme { $count } expéditeurs. Les logiciels ne montrent pas tous le même.
checker-sender-in-text = Le texte nomme { $address }. N’importe qui peut l’écrire; regardez le courriel lui-même.
checker-passed-on = Il a été transféré par { $address }. Regardez le courriel tel qu’il est d’abord arrivé.
checker-name-imitates = Le nom affiché est « { $name } ». L’adresse derrière ce nom est { $address }.
checker-reply-elsewhere = Les réponses iraient à { $address }.
checker-sent-by-other = Il a été envoyé par { $address } au nom de l’expéditeur.

checker-languages-both = Les deux langues y sont.
checker-english-missing = Il n’est pas en anglais.
checker-french-missing = Il n’est pas en français.
checker-languages-neither = Il n’est dans aucune des deux langues.
checker-languages-uneven = L’une des langues n’y est qu’en partie.
checker-text-short = { $count ->
    [one] Il a { $count } mot, ce qui est trop peu pour le dire.
   *[other] Il a { $count } mots, ce qui est trop peu pour le dire.
}
checker-text-unreadable = Son texte est endommagé ou écrit d’une façon qui ne peut être lue ici.

checker-subject-fits = C’est l’objet du portail, mot pour mot.
checker-subject-suffix = C’est l’objet du portail, suivi de « { $suffix } ».
checker-subject-prefixed = Devant l’objet du portail se trouve « { $prefix } », comme dans les réponses et les transferts. Regardez le courriel tel qu’il est d’abord arrivé.
checker-subject-close = Il ressemble à l’objet du portail, mais ses lettres ou ses signes sont autres : « { $subject } ».
checker-subject-other = C’en est un autre : « { $subject } ».
checker-subjects-several = Il a { $count } objets.
checker-subject-not-seen = Il n’y a pas d’objet dans ce que vous avez collé.

checker-link-official = Le lien mène à { $address }.
checker-link-in-text = Le texte nomme la page officielle, mais un texte copié ne montre pas où mène le lien.
checker-link-none = Il n’y a pas de lien. Le portail en écrit toujours un.
checker-link-not-seen = Aucun lien ne se voit.
checker-link-elsewhere = Un lien mène à { $host } : { $address }
checker-link-lookalike = Un lien mène à { $host }. Ce nom imite { $like }, mais n’en est pas.
checker-link-punycode = Un lien mène à { $host }, qui s’affiche { $shown } : d’autres lettres qu’il n’y paraît.
checker-link-mixed-scripts = Un lien mène à { $host }, qui s’affiche { $shown } et mêle les lettres de plusieurs alphabets.
checker-link-number = Un lien mène à un numéro au lieu d’un nom : { $host }
checker-link-other-page = Un lien mène au site officiel, mais non à la page de ce portail : { $address }
checker-link-port = Un lien mène à une porte particulière du site officiel : { $address }
checker-link-not-secure = Un lien mène à la page officielle sans protection en chemin : { $address }
checker-link-odd-form = Un lien vers la page officielle n’est pas écrit comme le portail l’écrit : { $address }
checker-link-userinfo = Un lien montre d’abord « { $shown } », mais mène à ce qui suit le @ : { $host }
checker-link-text-differs = Un lien affiche { $shown }, mais mène à { $host }.
checker-link-shortened = Un lien est raccourci par { $host }, de sorte que personne ne voit où il mène.
checker-link-redirects = Un lien passe d’abord par { $host }, et de là mène à { $to }.
checker-link-rewritten = Votre fournisseur de courriel a changé un lien, qui passe d’abord par { $host }.
checker-link-writes-mail = Un lien écrit un courriel à { $address }.
checker-link-other-kind = Un lien fait autre chose qu’ouvrir une page ({ $scheme }).
checker-link-unreadable = Un lien ne peut être lu : { $address }
checker-links-too-many = Il y a plus de { $count } liens. Le portail en écrit un.
checker-form = Il vous demande de remplir quelque chose. Le portail ne le fait jamais dans un courriel.
checker-active-content = Un programme ou une autre page y est intégré. Le portail ne le fait jamais.
checker-attachment = Un fichier est joint : { $name }. Le portail n’en joint pas.

checker-several-links = { $count } liens mènent à la page officielle.
checker-hidden-text = Il contient du texte qui vous est caché : « { $text } »
checker-unseen-characters = { $count ->
    [one] Il contient { $count } caractère qui ne se voit pas.
   *[other] Il contient { $count } caractères qui ne se voient pas.
}
checker-turned-text = Il contient des signes qui retournent le texte, pour qu’on y lise autre chose.
checker-remote-pictures = Des images viennent de { $host } à l’ouverture. L’expéditeur apprend ainsi que vous l’avez lu.
checker-return-elsewhere = S’il ne pouvait être remis, il retournerait à { $address }.
checker-authentication-passed = { $by } a noté que l’expéditeur est bien de { $domain }. Dans un fichier, cette note peut être falsifiée.
checker-authentication-failed = { $by } a noté que l’expéditeur n’est pas vraiment de { $domain }.
checker-authentication-of-other = { $by } a noté que l’expéditeur est de { $domain }, qui n’est pas le portail.
checker-authentication-several = { $count } services différents ont noté quelque chose sur l’expéditeur. Seule compte la note de votre propre fournisseur de courriel.
checker-authentication-missing = Il ne porte aucune note de votre fournisseur de courriel sur l’expéditeur.
checker-other-charset = Ses lettres sont codées en { $charset }. Le portail le fait autrement.
checker-was-attached = Il était joint à un courriel de { $address }. C’est le courriel joint qui a été vérifié.
checker-several-attached = { $count } courriels sont joints. Seul le premier a été vérifié.
checker-breaks-off = Il s’interrompt avant sa fin.
checker-empty = Il n’y a rien dedans.
checker-no-email = Ce n’est pas un courriel enregistré. Enregistrez-le dans un fichier dont le nom se termine par .eml, ou collez son texte.
checker-too-large = Il dépasse { $megabytes } Mo, plus que ce qui est vérifié. Les courriels du portail sont petits.
checker-too-many-parts = Il a plus de parties que ce qui est vérifié. Les courriels du portail en ont deux.
error-required--email-text = Collez le texte du courriel
